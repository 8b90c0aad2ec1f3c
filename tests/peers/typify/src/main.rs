//! `peer-typify SCHEMA OUT`: writes the types that typify makes of a schema,
//! and prints the name of the schema's own type.

use std::process::ExitCode;

use typify::{TypeSpace, TypeSpaceSettings};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(schema), Some(out)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: peer-typify SCHEMA OUT");
        return ExitCode::from(2);
    };
    match generate(&schema, &out) {
        Ok(name) => {
            println!("{name}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(1)
        }
    }
}

fn generate(schema: &str, out: &str) -> Result<String, Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string(schema)?;
    let mut root: schemars::schema::RootSchema = serde_json::from_str(&text)?;
    // The schema's own type is only made where it has a name.
    let metadata = root.schema.metadata.get_or_insert_default();
    metadata.title.get_or_insert_with(|| "Root".to_owned());
    let mut space = TypeSpace::new(&TypeSpaceSettings::default());
    let id = space
        .add_root_schema(root)?
        .ok_or("typify makes no type of the schema itself")?;
    let name = space.get_type(&id)?.ident().to_string();
    let file: syn::File = syn::parse2(space.to_stream())?;
    std::fs::write(out, prettyplease::unparse(&file))?;
    Ok(name)
}
